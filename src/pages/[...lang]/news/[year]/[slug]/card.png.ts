import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawnPicture } from '../../../../../build/kept-pictures.ts';
import { words } from '../../../../../i18n/words.ts';
import { languagePaths } from '../../../../../lib/addresses.ts';
import { cardSvg } from '../../../../../lib/card-picture.ts';
import { postCard } from '../../../../../lib/card.ts';
import { getPosts } from '../../../../../lib/content.ts';

export async function getStaticPaths() {
  const paths = await Promise.all(
    languagePaths.map(async ({ language, lang }) =>
      (await getPosts(language)).map(({ id, data }) => {
        const [year, slug] = id.split('/');
        return { params: { lang, year, slug }, props: { data, language } };
      }),
    ),
  );
  return paths.flat();
}

/** The picture that a link to a post is shown with. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const png = await drawnPicture(cardSvg(postCard(props.data, words(props.language))), 'card');
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
