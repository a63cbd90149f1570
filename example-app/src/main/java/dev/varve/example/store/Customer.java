package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can buy.
 *
 * @param company the employer, for whom the customer buys
 * @param supportRep the employee who looks after the customer
 */
@Entity
public record Customer(
    @Id @Column(name = "customer_id") int id,
    @Column(length = 40) String firstName,
    @Column(length = 20) String lastName,
    @Column(length = 80) @Nullable String company,
    @Embedded(prefix = "") Address address,
    @Column(length = 24) @Nullable String phone,
    @Column(length = 24) @Nullable String fax,
    @Column(length = 60) String email,
    @Relation @Nullable Employee supportRep) {}
