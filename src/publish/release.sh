# What a host does for `npm run publish`, which says before:
#   folder  where the releases lie
#   name    of the new release, which lies in incoming-$name; empty to go back to the one before
#   kept    an expression of `find` for files whose names change with their bytes
#   reload  a command after which the server knows its new configuration; may be empty
#   forget  not empty where nothing of earlier releases may be left; on the way back, of the
#           one that was shown and of newer ones
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
    # Listed first: what breaks off must leave nothing that could not be forgotten.
    echo "$time $file" >>"$1/kept"
    ln "releases/$old/site/$file" "$1/site/$file"
  done <"$1/wanted"
  rm "$1/found" "$1/wanted"
}

# Takes from the releases $1 what was carried into them. Their lists do not tell from where:
# after an earlier way back, it may be from newer ones.
strip() {
  for one in $1; do
    if [ ! -e "releases/$one/kept" ]; then continue; fi
    while read -r time file; do rm -f "releases/$one/site/$file"; done <"releases/$one/kept"
    rm "releases/$one/kept"
  done
}

# Removes the releases whose names it reads. Another is shown by then: it goes on past what resists.
discard() {
  while read -r one; do
    rm -rf "releases/$one" || echo "Remove $folder/releases/$one by hand: it could not be removed whole." >&2
  done
}

# Puts the uploads that broke off among the releases, newer by name than any. One that is
# still under way fails, for it does not find its folder again.
gather() { find . -maxdepth 1 -name 'incoming-*' -exec mv {} releases/ \;; }

same_configuration() { diff -r "hosting/" "$1/hosting" >/dev/null 2>&1; }

if [ -z "$name" ]; then
  earlier=$(ls releases | sort | awk -v old="$old" '$0 < old')
  name=$(echo "$earlier" | tail -n 1)
  if [ -z "$name" ]; then
    echo 'There is no earlier release to go back to. If this one holds something dangerous, stop the host, then publish a clean build with --forget.' >&2
    exit 1
  fi
  if [ -n "$forget" ]; then strip "$earlier"; fi
  carry "releases/$name"
  lead current "releases/$name/site"
  # The configuration of the newer release knows the styles of this one too.
  if same_configuration "releases/$name"; then reload=true; fi
  lead hosting "releases/$name/hosting"
  set +e
  if [ -n "$forget" ]; then
    gather
    ls releases | awk -v name="$name" '$0 > name' | discard
  fi
  if [ -z "$reload" ] || ! sh -c "$reload"; then
    echo 'Have the server read its configuration again.' >&2
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
  if [ -n "$forget" ]; then gather; fi
  # Five stay, but none that was gone back from.
  ls releases | sort -r | awk -v old="$old" -v name="$name" -v most="${forget:+1}" '
    $0 != name && old != "" && $0 > old { print; next }
    ++count > (most ? most : 5)
  ' | discard
  # What an upload left behind that broke off.
  find . -maxdepth 1 -name 'incoming-*' -mmin +1440 -exec rm -rf {} +
fi
echo "$name"
