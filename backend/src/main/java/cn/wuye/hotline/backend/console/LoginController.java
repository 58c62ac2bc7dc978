package cn.wuye.hotline.backend.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where staff sign in; signing in itself is Spring Security's. */
@Controller
class LoginController {

  @GetMapping("/login")
  String login() {
    return "login";
  }

  @GetMapping({"/", "/console"})
  String home() {
    return "redirect:/console/tickets";
  }
}
