package dev.varve.junit.shop;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import dev.varve.Unique;
import org.jspecify.annotations.Nullable;

/** Somebody who can buy. */
@Entity
public record Customer(
    @Id long id,
    @Unique @Column(length = 80) String email,
    @Relation @Nullable Customer broughtBy) {}
