import {
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  type MenuProps,
} from "@fluentui/react-components";
import { useActions } from "../store/context";
import { strings } from "../strings";
import { current } from "../strings/current";
import { languages, offered } from "../strings/languages";

/** What a menu with `LanguageItems` is given: the language that is on, and what choosing another one does. */
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

/** The languages to choose from, each under the name that its speakers look for. */
export function LanguageItems() {
  return (
    <MenuList>
      <MenuGroup>
        <MenuGroupHeader>{strings.language}</MenuGroupHeader>
        {offered.map((language) => (
          <MenuItemRadio key={language} name="language" value={language} lang={language}>
            {languages[language].name}
          </MenuItemRadio>
        ))}
      </MenuGroup>
    </MenuList>
  );
}
