import type { Message } from "@/lib/task-types/create-messages/message";
import type { Told } from "./use-told";

/** What every part of the message form is handed. */
export type MessagePart = { message: Message; onChange: (change: Partial<Message>) => void; told: Told };
