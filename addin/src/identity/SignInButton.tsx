import { Button } from "@fluentui/react-components";
import { useActions } from "../store/context";
import type { SigningIn } from "../store/state";
import { strings } from "../strings";

const words = strings.identity;

function label({ need, isOpen, another }: SigningIn): string {
  if (isOpen) return words.openAgain;
  if (another) return words.signInOther;
  return need === "start" ? words.signIn : words.signInAgain;
}

/** Opens the sign-in window; while it is open, once more, because nobody tells when it was closed. */
export function SignInButton({ signingIn }: { readonly signingIn: SigningIn }) {
  const { signIn } = useActions();
  return (
    <Button appearance={signingIn.isOpen ? "secondary" : "primary"} onClick={() => void signIn()}>
      {label(signingIn)}
    </Button>
  );
}
