"use client";
import { Search } from "lucide-react";
import { Children, type ReactNode, type Ref, useId } from "react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { Glyph } from "./glyph";
import { SearchInput } from "./inputs";

type Props = {
  search: string;
  onSearch: (search: string) => void;
  searchRef?: Ref<HTMLInputElement>;
  words: { search: string; legend: string; noMatch: string; clear: string };
  /** How many there are or are chosen, told aloud when it changes. */
  status: string;
  issue?: string | undefined;
  note?: string | undefined;
  foot?: ReactNode;
  /** A row for each thing that the search lets through. */
  children: ReactNode;
};

/** A list to choose from, with a search above it; an empty one says that nothing matches and how to see all again. */
export function PickList({ search, onSearch, searchRef, words, status, issue, note, foot, children }: Props) {
  const issueId = useId();
  return (
    <section className="panel choose">
      <div className="choose-h">
        <SearchInput
          ref={searchRef}
          label={words.search}
          placeholder={words.search}
          icon={<Search className="ic" size={16} />}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
          aria-invalid={issue === undefined ? undefined : true}
          aria-describedby={issue === undefined ? undefined : issueId}
        />
        <span className="mut sm" role="status">
          {status}
        </span>
      </div>
      {note !== undefined && <p className="fld-h choose-e">{note}</p>}
      {issue !== undefined && (
        <p className="fld-e choose-e" id={issueId} role="alert">
          <Glyph kind="failed" />
          <span>{issue}</span>
        </p>
      )}
      {Children.count(children) === 0 ? (
        <EmptyState
          picture="none"
          title={words.noMatch}
          actions={<Button onClick={() => onSearch("")}>{words.clear}</Button>}
        />
      ) : (
        <fieldset className="choose-l">
          <legend className="vh">{words.legend}</legend>
          {children}
        </fieldset>
      )}
      {foot}
    </section>
  );
}
