import { Avatar as FluentAvatar, type AvatarProps } from "@fluentui/react-components";

/** A person's colour and letters, for those who see. */
export function Avatar({ name, size }: Pick<AvatarProps, "name" | "size">) {
  return <FluentAvatar name={name} size={size} color="colorful" aria-hidden />;
}
