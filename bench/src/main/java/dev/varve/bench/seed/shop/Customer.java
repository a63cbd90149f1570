package dev.varve.bench.seed.shop;

import dev.varve.Check;
import dev.varve.Column;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Unique;
import java.time.Instant;

/** Somebody who orders. */
@Entity
public record Customer(
    @Id long id,
    @Unique @Column(length = 120) String email,
    @Column(length = 80) String name,
    Tier tier,
    @Check("{} BETWEEN 0 AND 100") int discount,
    Instant joinedAt) {}
