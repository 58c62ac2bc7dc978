package cn.wuye.hotline.backend.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered where nothing else could answer: a page for people, a problem for programs. */
@Controller
class ProblemController implements ErrorController {
  private final ProblemPage page;

  ProblemController(ProblemPage page) {
    this.page = page;
  }

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  void people(HttpServletRequest request, HttpServletResponse response) throws IOException {
    page.write(
        status(request), request.getAttribute("hotline.formExpired") != null, request, response);
  }

  @RequestMapping(path = "/error")
  ResponseEntity<ProblemDetail> programs(HttpServletRequest request) {
    ProblemDetail problem = ProblemDetail.forStatus(status(request));
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static int status(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
  }
}
