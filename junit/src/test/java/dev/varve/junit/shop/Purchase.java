package dev.varve.junit.shop;

import dev.varve.Check;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.ReferentialAction;
import dev.varve.Relation;

/** What somebody bought; nobody with purchases can be removed. */
@Entity
public record Purchase(
    @Id long id,
    @Relation(onDelete = ReferentialAction.RESTRICT) Customer customer,
    @Check("{} > 0") int quantity) {}
