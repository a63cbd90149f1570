package dev.varve.example.store;

import dev.varve.Column;
import dev.varve.Embedded;
import dev.varve.Entity;
import dev.varve.Id;
import dev.varve.Relation;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in the store.
 *
 * @param title the position held
 * @param reportsTo the superior; nobody for the general manager
 */
@Entity
public record Employee(
    @Id @Column(name = "employee_id") int id,
    @Column(length = 20) String lastName,
    @Column(length = 20) String firstName,
    @Column(length = 30) @Nullable String title,
    @Relation(column = "reports_to") @Nullable Employee reportsTo,
    @Nullable LocalDateTime birthDate,
    @Nullable LocalDateTime hireDate,
    @Embedded(prefix = "") Address address,
    @Column(length = 24) @Nullable String phone,
    @Column(length = 24) @Nullable String fax,
    @Column(length = 60) @Nullable String email) {}
