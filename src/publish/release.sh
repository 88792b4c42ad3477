# What a host does for `npm run publish`, which says before:
#   folder  where the releases lie
#   name    of the new release, which lies in incoming-$name; empty to go back to the one before
#   kept    an expression of `find` for files whose names change with their bytes
#   reload  a command after which the server knows its new configuration; may be empty
#   forget  not empty where nothing of earlier releases may be left
# The server shows `current` and includes its configuration from `hosting`. Both are links,
# and whatever fails leaves them, and all that they lead to, as they were.
set -efu
umask 022
if ! cd "$folder" 2>/dev/null; then
  echo "There is no folder $folder. Name the one to which the site was published." >&2
  exit 1
fi
now=$(date +%s)
old=$(readlink current || true)
old=${old#releases/}
old=${old%/site}

# Makes the link $1 lead to $2 in one step; systems from BSD have another letter for it.
lead() {
  rm -f ".$1.new"
  ln -s "$2" ".$1.new"
  mv -T ".$1.new" "$1" 2>/dev/null || mv -h ".$1.new" "$1"
}

# Readers who are in the middle of a visit still ask for the files that only the old release
# names: they stay for a day. The list `kept` says since when each is left over.
carry() {
  if [ -n "$forget" ]; then return; fi
  # Each step by itself, so that none fails unseen.
  touch "releases/$old/kept"
  (cd "releases/$old/site" && find . -type f \( $kept \)) >"$1/found"
  sed "s/^/$now /" "$1/found" | cat "releases/$old/kept" - |
    awk -v least=$((now - 86400)) '!seen[$2]++ && $1 > least' >"$1/wanted"
  while read -r time file; do
    if [ -e "$1/site/$file" ]; then continue; fi
    mkdir -p "$1/site/${file%/*}"
    ln "releases/$old/site/$file" "$1/site/$file"
    echo "$time $file" >>"$1/kept"
  done <"$1/wanted"
  rm "$1/found" "$1/wanted"
}

same_configuration() { diff -r "hosting/" "$1/hosting" >/dev/null 2>&1; }

if [ -z "$name" ]; then
  name=$(ls releases | sort | awk -v old="$old" '$0 < old' | tail -n 1)
  if [ -z "$name" ]; then
    echo 'There is no earlier release to go back to.' >&2
    exit 1
  fi
  carry "releases/$name"
  lead current "releases/$name/site"
  # The configuration of the newer release knows the styles of this one too.
  if ! same_configuration "releases/$name"; then
    lead hosting "releases/$name/hosting"
    if [ -z "$reload" ] || ! sh -c "$reload"; then
      echo 'Have the server read its configuration again.' >&2
    fi
  fi
else
  new=incoming-$name
  if [ -n "$old" ]; then
    carry "$new"
    if ! same_configuration "$new"; then
      if [ -z "$reload" ]; then
        rm -rf "$new"
        echo 'The headers or redirects have changed, and the server must read them before the new pages are shown. Say how, as in --reload "sudo systemctl reload nginx", or --reload true if it takes nothing from the folder “hosting”.' >&2
        exit 1
      fi
      mv "$new" "releases/$name"
      new=releases/$name
      lead hosting "$new/hosting"
      if ! sh -c "$reload"; then
        lead hosting "releases/$old/hosting"
        rm -rf "$new"
        echo 'The server did not take its new configuration.' >&2
        exit 1
      fi
      # Servers answer the command before all their processes have changed.
      sleep 1
    fi
  fi
  if [ "$new" != "releases/$name" ]; then mv "$new" "releases/$name"; fi
  lead hosting "releases/$name/hosting"
  lead current "releases/$name/site"
  # The release is shown, whatever the broom finds.
  set +e
  # Five stay, but none that was gone back from.
  ls releases | sort -r | awk -v old="$old" -v name="$name" -v most="${forget:+1}" '
    $0 != name && old != "" && $0 > old { print; next }
    ++count > (most ? most : 5)
  ' | while read -r one; do rm -rf "releases/$one"; done
  # What an upload left behind that broke off.
  find . -maxdepth 1 -name 'incoming-*' -mmin +1440 -exec rm -rf {} +
fi
echo "$name"
