package cn.wuye.hotline.backend.moving.api;

import cn.wuye.hotline.backend.moving.Export;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.user.SignedInUser;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that the asker sees, as one ZIP. */
@RestController
class ExportController {
  private final Export export;

  ExportController(Export export) {
    this.export = export;
  }

  // Written by this thread and not asynchronously: a large export takes longer than those may.
  @GetMapping("/api/v1/export.zip")
  void export(@AuthenticationPrincipal SignedInUser me, HttpServletResponse response)
      throws IOException {
    if (!export.allowed(me)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "forbidden").exception();
    }
    response.setContentType("application/zip");
    response.setHeader("Content-Disposition", "attachment; filename=\"hotline.zip\"");
    export.write(response.getOutputStream(), me);
  }
}
