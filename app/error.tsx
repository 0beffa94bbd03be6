"use client";
import { Broken, type Crash } from "@/components/shell/broken";

export default function ErrorPage(crash: Crash) {
  return (
    <main id="main" className="alone">
      <Broken {...crash} />
    </main>
  );
}
