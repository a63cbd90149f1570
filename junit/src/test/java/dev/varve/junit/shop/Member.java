package dev.varve.junit.shop;

import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;

/** Somebody in a team. */
@Entity
public record Member(@Id long id, String name, @Relation(Team.class) long teamId) {}
