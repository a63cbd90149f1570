package dev.varve.junit.shop;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** People who work together, one of whom leads: a cycle that only deferring closes. */
@Entity
public record Team(
    @Id long id, String name, @Relation(value = Member.class, deferrable = true) long leadId) {}
