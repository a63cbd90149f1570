package dev.varve.bench.seed.shop;

import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Unique;

/** A kind of product. */
@Entity
public record Category(@Id long id, @Unique @Column(length = 60) String name) {}
