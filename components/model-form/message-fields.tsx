"use client";
import { useMemo } from "react";
import { messageIssues } from "@/lib/task-types/create-messages/issues";
import { type Message, readMessage } from "@/lib/task-types/create-messages/message";
import { MessageContent } from "./message-content";
import { MessageExtras } from "./message-extras";
import { MessageRoute } from "./message-route";
import type { OwnFieldsProps } from "./own-fields";
import { ProductPicker } from "./product-picker";
import { useFocusFirst, useTold } from "./use-told";

/** What a message asks for: whose devices, what it says, on which topic, and how long it waits. */
export function MessageFields({ value, onChange, revealed, focusRef }: OwnFieldsProps<Message>) {
  const message = useMemo(() => readMessage(value), [value]);
  const told = useTold(messageIssues(message), revealed);
  const container = useFocusFirst(focusRef);
  const parts = { message, told, onChange: (change: Partial<Message>) => onChange({ ...message, ...change }) };
  return (
    <div className="stack" ref={container}>
      <ProductPicker
        type="createMessages"
        productId={message.productId}
        onChoose={({ id }) => parts.onChange({ productId: id })}
        optional
      />
      <MessageContent {...parts} />
      <MessageRoute {...parts} />
      <MessageExtras {...parts} />
    </div>
  );
}
