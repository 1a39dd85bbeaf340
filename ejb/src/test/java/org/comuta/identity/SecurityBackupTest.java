package org.comuta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.comuta.archive.PartOfTests;
import org.comuta.archive.PartPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityBackupTest {
  private final PartOfTests part;

  SecurityBackupTest(@TempDir Path spool) {
    IdentityFixture identity = new IdentityFixture();
    part =
        new PartOfTests(
            SecurityBackup.part(new PolicyStore(identity.sql), identity.audit, () -> {}), spool);
  }

  private PartPlan plan(String text) throws Exception {
    return part.plan("sign-in-policy.json", text);
  }

  @Test
  void rulesThatBreakTheirLimitsAreTold() throws Exception {
    assertThat(plan("{\"idleTimeout\":1,\"secondFactorFor\":[],\"auditDays\":-1}").problems())
        .extracting(one -> one.kind(), one -> one.problem().field())
        .containsExactly(
            tuple("sign-in-policy", "idleTimeout"), tuple("sign-in-policy", "auditDays"));
  }

  @Test
  void rulesThatCannotBeReadAreTold() throws Exception {
    assertThat(
            plan("{\"idleTimeout\":\"x\",\"secondFactorFor\":[\"KING\"],\"auditDays\":1e30}")
                .problems())
        .extracting(one -> one.problem().field())
        .containsExactly("idleTimeout", "secondFactorFor", "auditDays");
    assertThat(plan("{}").problems())
        .extracting(one -> one.problem().field())
        .containsExactly("secondFactorFor");
  }
}
