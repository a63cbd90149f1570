package dev.varve.processor.read;

import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.RelationBinding;
import dev.varve.schema.Check;
import dev.varve.schema.Column;
import dev.varve.schema.ForeignKey;
import dev.varve.schema.Index;
import dev.varve.schema.Names;
import dev.varve.schema.PrimaryKey;
import dev.varve.schema.Table;
import dev.varve.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.util.Elements;

/** Makes values of what has been read. */
final class TableBuilder {
  private final Elements elements;

  TableBuilder(Elements elements) {
    this.elements = elements;
  }

  EntityBinding build(TableDraft draft) {
    List<RelationBinding> relations = new ArrayList<>(draft.relations.size());
    for (DraftRelation relation : draft.relations) {
      relations.add(relation.binding());
    }
    List<JunctionBinding> junctions = new ArrayList<>(draft.junctions.size());
    for (DraftJunction junction : draft.junctions) {
      junctions.add(junction.binding());
    }
    RecordDeclaration entity = draft.entity();
    return new EntityBinding(
        entity.className(),
        Access.isPublicEverywhere(entity.type()),
        table(draft),
        withDomains(draft.members, draft),
        relations,
        junctions,
        draft.orders);
  }

  private Table table(TableDraft draft) {
    List<Column> columns = new ArrayList<>();
    for (DraftColumn column : draft.columns()) {
      columns.add(column.column());
    }
    List<ForeignKey> foreignKeys = new ArrayList<>(draft.relations.size());
    for (DraftRelation relation : draft.relations) {
      foreignKeys.add(relation.binding().key());
    }
    List<UniqueKey> uniqueKeys = values(draft.uniqueKeys);
    List<Check> checks = values(draft.checks);
    List<Index> indexes = values(draft.indexes);
    return new Table(
        draft.name(),
        elements.getBinaryName(draft.entity().type()).toString(),
        EntityRules.rows(draft.entity()),
        columns,
        new PrimaryKey(Names.primaryKey(draft.name()), draft.key),
        uniqueKeys,
        checks,
        foreignKeys,
        indexes,
        draft.entity().comment());
  }

  private static <T> List<T> values(List<Placed<T>> placed) {
    List<T> values = new ArrayList<>(placed.size());
    for (Placed<T> one : placed) {
      values.add(one.value());
    }
    return values;
  }

  private static List<Member> withDomains(List<Member> members, TableDraft draft) {
    List<Member> with = new ArrayList<>(members.size());
    for (Member member : members) {
      if (member instanceof ColumnMember column) {
        with.add(withDomain(column, draft));
      } else if (member instanceof EmbeddedMember embedded) {
        with.add(
            new EmbeddedMember(
                embedded.component(),
                embedded.record(),
                embedded.optional(),
                embedded.nullable(),
                withDomains(embedded.members(), draft)));
      } else {
        with.add(member);
      }
    }
    return with;
  }

  private static ColumnMember withDomain(ColumnMember member, TableDraft draft) {
    DomainDraft known = draft.knownDomain(member.column());
    if (known == null) {
      return member;
    }
    Domain domain = known.domain();
    return new ColumnMember(
        member.component(),
        member.type(),
        member.optional(),
        member.nullable(),
        member.column(),
        member.wrappers(),
        domain);
  }
}
