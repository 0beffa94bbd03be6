"use client";
import { useQuery } from "@tanstack/react-query";
import { type MouseEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PickList } from "@/components/ui/pick-list";
import { Skeleton } from "@/components/ui/skeleton";
import type { Product } from "@/lib/fleet/fleet";
import { failureOf } from "@/lib/queries/get-json";
import { productsQuery } from "@/lib/queries/products";
import type { DownlinkType } from "@/lib/task-types/shared/model-protocol";
import { type ProductChoice, productChoices } from "./product-choice";

type Props = {
  type: DownlinkType;
  productId: string;
  onChoose: (product: Product) => void;
  error?: string | undefined;
  /** Nothing that is sent needs it. */
  optional?: boolean;
};

/** Whose devices are meant. Once chosen, one line with a way back to the list. */
export function ProductPicker({ type, productId, onChoose, error, optional = false }: Props) {
  const t = useTranslations("model.product");
  const again = useTranslations("common")("tryAgain");
  const list = useQuery(productsQuery());
  const [open, setOpen] = useState(productId === "");
  const closed = useRef(false);
  const failure = failureOf(list.error);
  const chosen = list.data?.find(({ id }) => id === productId);
  if (list.data === undefined && failure !== null)
    return (
      <FailureNotice failure={failure} urgent actions={<Button onClick={() => void list.refetch()}>{again}</Button>} />
    );
  if (list.data === undefined)
    return (
      <section className="panel">
        <Skeleton rows={4} label={t("loading")} />
      </section>
    );
  if (list.data.length === 0)
    return (
      <section className="panel">
        <EmptyState title={t("empty")} actions={<Button onClick={() => void list.refetch()}>{again}</Button>}>
          {t("emptyBody")}
        </EmptyState>
      </section>
    );
  if (chosen !== undefined && !open)
    return (
      <section className="panel mf-chosen" aria-label={t("legend")}>
        <span className="choose-t">
          <b>{chosen.name}</b>
          <ProductLine product={chosen} />
        </span>
        <Button
          size="sm"
          onClick={() => setOpen(true)}
          ref={(button) => {
            if (closed.current) button?.focus();
            closed.current = false;
          }}
        >
          {t("change")}
        </Button>
      </section>
    );
  const close = () => {
    closed.current = true;
    setOpen(false);
  };
  return <ProductList {...{ type, productId, onChoose, error, optional }} products={list.data} onClose={close} />;
}

function ProductLine({ product: { deviceType, protocol, manufacturer } }: { product: Product }) {
  return <span>{[deviceType, protocol, manufacturer].filter((word) => word !== "").join(" · ")}</span>;
}

type ListProps = Props & { products: readonly Product[]; onClose: () => void };

function ProductList({ type, products, productId, onChoose, error, optional, onClose }: ListProps) {
  const t = useTranslations("model.product");
  const [search, setSearch] = useState("");
  const choices = productChoices(type, products, search);
  return (
    <PickList
      search={search}
      onSearch={setSearch}
      words={{ search: t("search"), legend: t("legend"), noMatch: t("noMatch", { search }), clear: t("clear") }}
      status={t("count", { count: choices.length })}
      issue={error}
      note={optional ? t("note") : undefined}
    >
      {choices.map((choice) => (
        <ProductRow
          key={choice.product.id}
          {...choice}
          checked={choice.product.id === productId}
          onChoose={() => onChoose(choice.product)}
          onClose={onClose}
        />
      ))}
    </PickList>
  );
}

type RowProps = ProductChoice & { checked: boolean; onChoose: () => void; onClose: () => void };

/** The arrow keys only go through the list; a click or Enter closes it. */
function ProductRow({ product, problem, checked, onChoose, onClose }: RowProps) {
  const t = useTranslations("model.protocol");
  const clicked = (event: MouseEvent<HTMLInputElement>) => {
    if (event.detail > 0) onClose();
  };
  return (
    <label className={`choose-r mf-product${checked ? " on" : ""}${problem === null ? "" : " off"}`}>
      <input
        type="radio"
        className="rd"
        name="product"
        checked={checked}
        disabled={problem !== null}
        onChange={onChoose}
        onClick={clicked}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !checked) return;
          // The same press would otherwise open the list again, through the button that takes the focus.
          event.preventDefault();
          onClose();
        }}
      />
      <span className="choose-t">
        <b>{product.name}</b>
        <ProductLine product={product} />
      </span>
      {problem !== null && <span className="mf-why">{t(problem, { protocol: product.protocol })}</span>}
    </label>
  );
}
