package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.web.servlet.ModelAndView;

/** A part of the page of one resident that a feature adds. */
public interface ResidentPart {
  /** Adds what its template needs. */
  void add(long resident, SignedInUser reader, ModelAndView page);
}
