package dev.varve.processor.read;

import dev.varve.processor.binding.ColumnOrder;
import dev.varve.processor.binding.Domain;
import dev.varve.processor.binding.EntityBinding;
import dev.varve.processor.binding.JunctionBinding;
import dev.varve.processor.binding.Member;
import dev.varve.processor.binding.Member.ColumnMember;
import dev.varve.processor.binding.Member.EmbeddedMember;
import dev.varve.processor.binding.Member.JunctionMember;
import dev.varve.processor.binding.Member.ReferenceMember;
import dev.varve.processor.binding.Member.TransientMember;
import dev.varve.processor.binding.Member.Wrapper;
import dev.varve.processor.binding.RelationBinding;
import java.util.List;

/** Bindings as text, one line each. */
final class BindingText {
  private final StringBuilder text = new StringBuilder();

  private BindingText() {}

  static String of(Model model) {
    BindingText bindings = new BindingText();
    bindings.line(
        "", "database " + model.databaseName() + " in " + model.packageName() + model.dialects());
    for (EntityBinding entity : model.entities()) {
      bindings.entity(entity);
    }
    return bindings.text.toString();
  }

  private void entity(EntityBinding entity) {
    String visibility = entity.isPublic() ? "public " : "";
    line("", visibility + entity.record() + " -> " + entity.table().name());
    members("  ", entity.members());
    for (ColumnOrder order : entity.orders()) {
      line("  ", "order " + order.left() + ' ' + order.operator() + ' ' + order.right());
    }
    for (RelationBinding relation : entity.relations()) {
      line(
          "  ",
          "relation %s -> %s %s by %s%s%s"
              .formatted(
                  relation.name(),
                  relation.target().simpleName(),
                  relation.key().columns(),
                  relation.keyPaths(),
                  relation.byRecord() ? " by record" : "",
                  relation.nullable() ? " nullable" : ""));
    }
    for (JunctionBinding junction : entity.junctions()) {
      line(
          "  ",
          "junction %s of %s in %s by %s and %s%s"
              .formatted(
                  junction.component(),
                  junction.element(),
                  junction.table().name(),
                  junction.ownerPaths(),
                  junction.targetPaths(),
                  junction.byRecord() ? " by record" : ""));
    }
  }

  private void members(String indent, List<Member> members) {
    for (Member member : members) {
      if (member instanceof ColumnMember column) {
        line(indent, column(column));
      } else if (member instanceof EmbeddedMember embedded) {
        line(
            indent,
            embedded.component()
                + " embeds "
                + embedded.record().simpleName()
                + flags(embedded.optional(), embedded.nullable()));
        members(indent + "  ", embedded.members());
      } else if (member instanceof ReferenceMember reference) {
        line(indent, reference.component() + " refers to " + reference.target().simpleName());
      } else if (member instanceof JunctionMember junction) {
        line(indent, junction.component() + (junction.set() ? " is a set" : " is a list"));
      } else if (member instanceof TransientMember left) {
        line(indent, left.component() + " is not stored: " + left.type());
      }
    }
  }

  private static String column(ColumnMember column) {
    StringBuilder line = new StringBuilder();
    line.append(column.component()).append(": ").append(column.type());
    line.append(" in ").append(column.column());
    line.append(flags(column.optional(), column.nullable()));
    for (Wrapper wrapper : column.wrappers()) {
      line.append(" wraps ").append(wrapper.component()).append(": ").append(wrapper.type());
    }
    if (!column.domain().equals(Domain.ALL)) {
      line.append(' ').append(domain(column.domain()));
    }
    return line.toString();
  }

  private static String flags(boolean optional, boolean nullable) {
    return optional ? " optional" : nullable ? " nullable" : "";
  }

  private static String domain(Domain domain) {
    StringBuilder line = new StringBuilder("{");
    domain.min().ifPresent(min -> line.append(" >=").append(min));
    domain.max().ifPresent(max -> line.append(" <=").append(max));
    if (domain.minLength() > 0 || domain.maxLength() > 0) {
      line.append(" length ").append(domain.minLength()).append("..").append(domain.maxLength());
    }
    line.append(domain.notBlank() ? " not blank" : "");
    domain.patterns().forEach(pattern -> line.append(" /").append(pattern).append('/'));
    line.append(domain.values().isEmpty() ? "" : " in " + domain.values());
    line.append(domain.except().isEmpty() ? "" : " not in " + domain.except());
    line.append(domain.tense() == Domain.Tense.ANY ? "" : " " + domain.tense());
    domain.notUnderstood().forEach(sql -> line.append(" ?(").append(sql).append(')'));
    return line.append(" }").toString();
  }

  private void line(String indent, String line) {
    text.append(indent).append(line).append('\n');
  }
}
