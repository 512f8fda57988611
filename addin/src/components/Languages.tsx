import {
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  type MenuProps,
} from "@fluentui/react-components";
import { useActions } from "../store/context";
import { strings } from "../strings";
import { current } from "../strings/current";
import { languages, offered } from "../strings/languages";

/** What a menu with `Languages` is given: the language that is on, and what choosing another one does. */
export function useLanguageMenu(): Pick<MenuProps, "checkedValues" | "onCheckedValueChange"> {
  const { chooseLanguage } = useActions();
  const { language } = current();
  return {
    checkedValues: { language: [language] },
    onCheckedValueChange: (_, data) => {
      const chosen = offered.find((one) => one === data.checkedItems[0]);
      if (chosen && chosen !== language) void chooseLanguage(chosen);
    },
  };
}

/** The languages to choose from, for the list of a menu; each under the name that its speakers look for. */
export function Languages() {
  return (
    <MenuGroup>
      <MenuGroupHeader>{strings.language}</MenuGroupHeader>
      {offered.map((language) => (
        <MenuItemRadio key={language} name="language" value={language} lang={language}>
          {languages[language].name}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
