package org.comuta.identity;

import java.util.List;
import org.comuta.database.Sql;
import org.jspecify.annotations.Nullable;

/** Second factors in the database. Any thread; in the transaction of the caller. */
final class SecondFactorStore {
  /**
   * The key of a user.
   *
   * @param confirmed whether the user has shown to have it
   * @param lastStep number of the step whose code was used last
   */
  record Key(String sealed, boolean confirmed, long lastStep) {}

  private final Sql sql;

  SecondFactorStore(Sql sql) {
    this.sql = sql;
  }

  @Nullable Key find(String userName) {
    List<Key> found =
        sql.query(
            "select sealed_key, confirmed, last_step from second_factor where user_name = ?",
            row ->
                new Key(
                    row.getString("sealed_key"),
                    row.getBoolean("confirmed"),
                    row.getLong("last_step")),
            userName);
    return found.isEmpty() ? null : found.getFirst();
  }

  /** Keeps a key that is not confirmed, in place of any other that is not. */
  void propose(String userName, String sealed) {
    sql.change("delete from second_factor where user_name = ? and confirmed = false", userName);
    sql.change(
        "insert into second_factor (user_name, sealed_key, confirmed, last_step)"
            + " values (?, ?, false, 0)",
        userName,
        sealed);
  }

  void confirm(String userName, long step, List<String> recoveryHashes) {
    sql.change(
        "update second_factor set confirmed = true, last_step = ? where user_name = ?",
        step,
        userName);
    sql.change("update user_account set second_factor = true where name = ?", userName);
    sql.change("delete from recovery_code where user_name = ?", userName);
    for (String hash : recoveryHashes) {
      sql.change("insert into recovery_code (user_name, code_hash) values (?, ?)", userName, hash);
    }
  }

  /** Uses the code of a step; false when it, or a later one, was used before. */
  boolean use(String userName, long step) {
    return sql.change(
            "update second_factor set last_step = ?"
                + " where user_name = ? and confirmed = true and last_step < ?",
            step,
            userName,
            step)
        == 1;
  }

  /** Uses up a recovery code; false when there is none like it. */
  boolean useRecovery(String userName, String hash) {
    return sql.change(
            "delete from recovery_code where user_name = ? and code_hash = ?", userName, hash)
        == 1;
  }

  long recoveryCodesLeft(String userName) {
    return sql.count("select count(*) from recovery_code where user_name = ?", userName);
  }

  void delete(String userName) {
    sql.change("delete from second_factor where user_name = ?", userName);
    sql.change("delete from recovery_code where user_name = ?", userName);
    sql.change("update user_account set second_factor = false where name = ?", userName);
  }
}
