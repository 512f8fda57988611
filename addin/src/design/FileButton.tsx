import { Button, type ButtonProps } from "@fluentui/react-components";
import { DocumentArrowUp20Regular } from "@fluentui/react-icons";
import { useRef } from "react";

interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly appearance?: ButtonProps["appearance"];
  readonly onFile: (file: { name: string; text: string }) => void;
}

/** Takes the text of a file that the person chooses. */
export function FileButton({ label, accept, appearance, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={appearance}
        icon={<DocumentArrowUp20Regular />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again is a change as well.
          event.target.value = "";
          if (file) void file.text().then((text) => onFile({ name: file.name, text }));
        }}
      />
    </>
  );
}
