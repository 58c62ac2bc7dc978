package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where staff sign in; signing in itself is Spring Security's. */
@Controller
class LoginController {

  @GetMapping("/login")
  String login(
      @RequestParam(defaultValue = "") String wait,
      @RequestParam(required = false) @Nullable String failed,
      Model model) {
    // From the address, where anybody may write anything: only minutes are shown.
    model.addAttribute("minutes", wait.matches("[0-9]{1,3}") ? Integer.valueOf(wait) : null);
    model.addAttribute("failed", failed != null);
    return "login";
  }

  @GetMapping({"/", "/console"})
  String home(@AuthenticationPrincipal SignedInUser me) {
    return me.onlyCrew() ? "redirect:/crew" : "redirect:/console/tickets";
  }
}
