try {
  const languages = document.documentElement.dataset.languages.split(" ");
  const match = (tag) => {
    const lower = tag.toLowerCase();
    return languages.find(
      (language) => lower === language.toLowerCase() || lower.split("-")[0] === language.toLowerCase().split("-")[0],
    );
  };
  const chosen = languages.find((language) => language === localStorage.language);
  const language = chosen || navigator.languages.map(match).find(Boolean);
  if (language) location.replace(`${language}/`);
} catch {}
