package org.comuta.configuration;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.comuta.configuration.SnapshotCompiler.Compiled;
import org.comuta.description.Catalogue;
import org.comuta.network.HostResolver;
import org.comuta.snapshot.LiveSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes saved revisions live. Any thread; one apply after the other. */
final class ApplyService {
  private static final Logger LOG = LoggerFactory.getLogger(ApplyService.class);

  private final Saves saves;
  private final Checks checks;
  private final LiveSnapshot live;
  private final SnapshotCompiler compiler;
  private final InterfaceGate interfaces;
  private final PendingCount pending;
  private final ReentrantLock order = new ReentrantLock(true);

  ApplyService(
      Saves saves,
      Catalogue catalogue,
      LiveSnapshot live,
      HostResolver resolver,
      InterfaceGate interfaces) {
    this.saves = saves;
    this.interfaces = interfaces;
    this.checks = new Checks(catalogue);
    this.live = live;
    this.compiler = new SnapshotCompiler(catalogue, resolver);
    this.pending = new PendingCount(catalogue);
  }

  ConfigurationStatus status() {
    return saves.read(
        look -> {
          StateEntity state = look.state();
          return new ConfigurationStatus(
              state.latestRevision,
              state.appliedRevision,
              state.appliedAt,
              state.appliedBy,
              state.appliedFrom,
              pending.of(state.appliedRevision, state.latestRevision, look.store()));
        });
  }

  Applied apply(Edit edit) {
    order.lock();
    try {
      // Under the lock of saves, so that what the editor expects is what is taken.
      SavedObjects latest =
          saves.save(
              save -> {
                StaleObjectException.expectLatest(edit, save.state());
                return save.objects();
              });
      List<ObjectProblem> problems = checks.all(latest);
      if (!problems.isEmpty()) {
        throw new InvalidConfigurationException(problems);
      }
      Compiled compiled = compiler.compile(latest.revision(), latest);
      long previous;
      try {
        interfaces.open(compiled.snapshot(), live.current(), edit.editor());
        previous =
            saves.save(
                save -> {
                  long before = save.state().appliedRevision;
                  save.store().applied(save.state(), latest.revision(), edit, saves.now());
                  return before;
                });
        // Only what the database remembers goes live: a restart comes back to the same revision.
        live.publish(compiled.snapshot());
      } finally {
        interfaces.keep(live.current());
      }
      LOG.info("Configuration revision {} is live, {} before", latest.revision(), previous);
      return new Applied(latest.revision(), previous, compiled.warnings());
    } finally {
      order.unlock();
    }
  }

  /** Makes the applied revision live again, at the start. What cannot be read is left out. */
  void start() {
    order.lock();
    try {
      SavedObjects applied = saves.read(look -> look.objects(look.state().appliedRevision));
      Compiled compiled = compiler.compile(applied.revision(), applied);
      for (ObjectProblem problem : checks.all(applied)) {
        LOG.error(
            "Applied configuration, {} {}: {}",
            problem.kind(),
            problem.name(),
            problem.problem().message());
      }
      for (ObjectProblem warning : compiled.warnings()) {
        LOG.warn(
            "Applied configuration, {} {}: {}",
            warning.kind(),
            warning.name(),
            warning.problem().message());
      }
      live.publish(compiled.snapshot());
      LOG.info("Configuration revision {} is live", applied.revision());
    } finally {
      order.unlock();
    }
  }

  /**
   * Looks at the world again: takes over changed addresses of names, and opens ports that could not
   * be opened before.
   */
  void refresh() {
    if (!order.tryLock()) {
      return; // an apply is asking just now
    }
    try {
      interfaces.retry(live.current());
      compiler
          .refresh(live.current())
          .ifPresent(
              changed -> {
                live.publish(changed);
                LOG.info(
                    "Addresses of host names changed; revision {} goes on", changed.revision());
              });
    } finally {
      order.unlock();
    }
  }
}
