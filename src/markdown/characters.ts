/** Ideographs, kana, bopomofo, CJK punctuation and full-width forms. Hangul keeps its spaces. */
export const CJK =
  /[\u2e80-\u2fff\u3000-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Punctuation that no URL is followed by in CJK text. */
export const CJK_PUNCTUATION =
  /[\u3000-\u3003\u3008-\u3011\u3014-\u301f\u30fb\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff60]/;
