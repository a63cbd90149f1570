package graph;

import dev.varve.Column;
import dev.varve.Default;
import dev.varve.Dialect;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Index;
import dev.varve.Relation;
import dev.varve.Unique;
import org.jspecify.annotations.Nullable;

/** How rows hang together. */
public final class Graph {
  private Graph() {}

  @Entity
  public record Tenant(@Id long id, String name) {}

  @Entity
  public record Client(@Id long id, @Relation Tenant tenant, String name) {}

  @Entity
  public record Item(@Id long id, @Relation(Tenant.class) long tenantId, String name) {}

  /** Two ways to the tenant. */
  @Entity
  public record Sale(@Id long id, @Relation Client client, @Relation Item item) {}

  /** One for each client at most. */
  @Entity
  public record Badge(@Id int id, @Unique @Relation Client client) {}

  /** Unique together. */
  @Entity
  @Unique(columns = {"client", "item"})
  public record Wish(@Id long id, @Relation Client client, @Relation Item item) {}

  /** Two unique keys that share a column. */
  @Entity
  @Unique(columns = {"tenant", "number"})
  @Unique(columns = {"tenant", "code"})
  public record Slot(
      @Id long id, @Relation Tenant tenant, short number, @Column(length = 2) String code) {}

  @Entity
  @Index(columns = "name", unique = true)
  public record Mode(
      @Id byte id,
      String name,
      @Default(value = "'pg'", on = Dialect.POSTGRESQL) String engine,
      @Unique @Column(length = 1) @Nullable String mark) {}

  @Entity
  public record Person(
      @Id long id, String name, @Relation @Nullable Person mother, @Relation @Nullable Person father) {}
}
