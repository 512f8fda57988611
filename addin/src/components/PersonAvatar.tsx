import { makeStyles, tokens, type AvatarProps } from "@fluentui/react-components";
import { onDemand } from "./onDemand";

const useStyles = makeStyles({
  root: {
    display: "inline-block",
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
  },
});

interface PersonAvatarProps {
  readonly name: string;
  /** In pixels. */
  readonly size: NonNullable<AvatarProps["size"]>;
}

/** Its place and shape. */
function Disc({ size }: PersonAvatarProps) {
  const styles = useStyles();
  return <span aria-hidden className={styles.root} style={{ width: size, height: size }} />;
}

/** A person's colour and letters, for those who see: the name stands beside it. Comes after the screen it is on. */
export const PersonAvatar = onDemand<PersonAvatarProps>(
  [],
  async () => (await import("./Avatar")).Avatar,
  { meanwhile: (props) => <Disc {...props} />, spare: true },
);
