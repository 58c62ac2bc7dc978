package cn.wuye.hotline.backend.moving;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.moving.ImportReport.SheetLine;
import cn.wuye.hotline.backend.moving.table.BadFileException;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Takes files through an import, as an administrator does, and waits for it. */
final class ImportDriver {
  static final SignedInUser ADMIN = Staff.signedIn(Role.ADMIN);

  private final Imports imports;

  ImportDriver(Imports imports) {
    this.imports = imports;
  }

  ImportRun checked(byte[] file, String name) throws IOException, BadFileException {
    return await(
        imports.start(new ByteArrayInputStream(file), name, "old", ADMIN).id(), RunState.CHECKED);
  }

  ImportRun entered(ImportRun checked, boolean allOrNothing) {
    begun(checked, allOrNothing);
    return await(checked.id(), RunState.DONE);
  }

  void begun(ImportRun checked, boolean allOrNothing) {
    assertThat(imports.enter(checked.id(), allOrNothing, ADMIN)).isEqualTo(Imports.Entering.BEGUN);
  }

  ImportRun await(long id, RunState state) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> imports.find(id, ADMIN).orElseThrow().state() == state);
    return imports.find(id, ADMIN).orElseThrow();
  }

  SheetLine line(ImportRun run, Sheet sheet) {
    return imports.report(run).sheets().stream()
        .filter(line -> line.sheet() == sheet)
        .findFirst()
        .orElseThrow();
  }
}
