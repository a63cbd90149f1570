package dev.varve.conformance.laws;

/** A law doesn't hold. */
final class LawBroken extends Exception {
  private static final long serialVersionUID = 1;

  private final Law law;

  LawBroken(Law law, String details) {
    super(law + ": " + details);
    this.law = law;
  }

  LawBroken(Law law, String details, Throwable cause) {
    super(law + ": " + details, cause);
    this.law = law;
  }

  Law law() {
    return law;
  }

  /** What must hold. */
  enum Law {
    /** The comparison asks nothing that the agreements answer. */
    NOTHING_IS_LEFT_TO_ASK,
    /** What is only called otherwise is known to be. */
    RENAMES_ARE_FOUND,
    /** A schema doesn't differ from itself. */
    NOTHING_DIFFERS_FROM_ITSELF,
    /** The changes, applied to the former schema, give the present one. */
    CHANGES_LEAD_THERE,
    /** The same is planned twice. */
    PLANS_ARE_DETERMINISTIC,
    /** The comparison and the planner find a way at all. */
    THERE_IS_A_PLAN,
    /** No statement on the way there fails. */
    UP_RUNS,
    /** On the way there the catalog becomes that of a new database. */
    UP_LEADS_THERE,
    /** A row more can be inserted everywhere, with a new identity where that's the key. */
    ROWS_CAN_BE_ADDED,
    /** A new database's catalog is read as the schema that it was made from. */
    CATALOGS_ARE_READ,
    /** Rows survive with the values that they must have. */
    ROWS_SURVIVE_UP,
    /** No statement on the way back fails, but where that is documented. */
    DOWN_RUNS,
    /** A way back that fails leaves all as it was. */
    REFUSALS_CHANGE_NOTHING,
    /** On the way back the catalog becomes what it was. */
    DOWN_LEADS_BACK,
    /** Rows have their values again where nothing was lost. */
    ROWS_SURVIVE_DOWN,
    /** It can be done again. */
    UP_RUNS_AGAIN,
    /** With the same end. */
    UP_LEADS_THERE_AGAIN,
    /** A migration to a schema and another from there give what one alone gives. */
    TWO_STEPS_LEAD_WHERE_ONE_DOES
  }
}
