/** Something that happened, or that is to be known, in a frame of its own. */
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";

export const Message = ({
  intent,
  children,
}: {
  readonly intent: "success" | "warning" | "error";
  readonly children: ReactNode;
}) => (
  // Fluent names it after a title, and it has none: a name that leads nowhere is worse than no name.
  <MessageBar intent={intent} layout="multiline" aria-labelledby={undefined}>
    <MessageBarBody>{children}</MessageBarBody>
  </MessageBar>
);
