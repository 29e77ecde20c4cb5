/** Dictionaries of OpenCC: pairs separated by |, each what is written and what to write. */
declare module "opencc-js/dict/*" {
  const dictionary: string;
  export default dictionary;
}
