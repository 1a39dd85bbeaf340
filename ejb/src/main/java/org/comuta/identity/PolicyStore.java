package org.comuta.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comuta.database.Sql;

/** The rules of sign-in in the database. Any thread; in the transaction of the caller. */
final class PolicyStore {
  private final Sql sql;

  PolicyStore(Sql sql) {
    this.sql = sql;
  }

  SignInPolicy load() {
    Map<SignInPolicy.Amount, Long> amounts = new EnumMap<>(SignInPolicy.Amount.class);
    for (SignInPolicy.Amount amount : SignInPolicy.Amount.values()) {
      amounts.put(amount, amount.otherwise());
    }
    sql.query(
            "select field, amount from sign_in_policy",
            row -> Map.entry(row.getString("field"), row.getLong("amount")))
        .forEach(
            kept ->
                amounts.replaceAll(
                    (amount, value) ->
                        amount.field().equals(kept.getKey()) ? kept.getValue() : value));
    List<Role> roles =
        sql.query(
            "select role from second_factor_role", row -> Role.valueOf(row.getString("role")));
    return SignInPolicy.of(amounts::get).withSecondFactorFor(Set.copyOf(roles));
  }

  void save(SignInPolicy policy) {
    sql.change("delete from sign_in_policy");
    for (SignInPolicy.Amount amount : SignInPolicy.Amount.values()) {
      sql.change(
          "insert into sign_in_policy (field, amount) values (?, ?)",
          amount.field(),
          policy.amount(amount));
    }
    sql.change("delete from second_factor_role");
    for (Role role : policy.secondFactorFor()) {
      sql.change("insert into second_factor_role (role) values (?)", role);
    }
  }
}
