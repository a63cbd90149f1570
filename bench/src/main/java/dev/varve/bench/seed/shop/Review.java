package dev.varve.bench.seed.shop;

import dev.varve.Check;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.time.LocalDate;

/** What a customer says of a product. */
@Entity
public record Review(
    @Id long id,
    @Relation Customer customer,
    @Relation Product product,
    @Check("{} BETWEEN 1 AND 5") int stars,
    String text,
    LocalDate writtenOn) {}
