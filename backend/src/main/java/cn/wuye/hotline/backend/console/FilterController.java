package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.filter.SavedFilters;
import cn.wuye.hotline.backend.user.SignedInUser;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeping, counting, beginning with and removing filters of the ticket list. */
@Controller
class FilterController {
  private static final String PATH = "/console/filters";
  private static final String ALL = "redirect:" + ListParameters.PATH + "?all";

  private final SavedFilters filters;
  private final FilterChips chips;

  FilterController(SavedFilters filters, FilterChips chips) {
    this.filters = filters;
    this.chips = chips;
  }

  /** The chips with their counts, fetched when the list is there already. */
  @GetMapping(PATH)
  String counted(
      @RequestParam(defaultValue = "") String here,
      @AuthenticationPrincipal SignedInUser me,
      Model model) {
    chips.add(here, me, true, model);
    return "parts/saved :: saved";
  }

  /**
   * @param asked the filters, in the address that is posted to
   */
  @PostMapping(PATH)
  String save(
      ListParameters asked,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean shared,
      @RequestParam(defaultValue = "false") boolean standard,
      @AuthenticationPrincipal SignedInUser me) {
    SavedFilters.Saved saved = filters.save(me, name, asked.query(), shared, standard);
    String back = asked.firstPage();
    return "redirect:"
        + back
        + (back.contains("?") ? "&" : "?")
        + "saved="
        + saved.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/standard")
  String begin(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    if (!filters.makeStandard(me, id)) {
      throw new NoSuchPage("filter " + id);
    }
    return "redirect:" + ListParameters.PATH;
  }

  @PostMapping(PATH + "/no-standard")
  String beginWithAll(@AuthenticationPrincipal SignedInUser me) {
    filters.noStandard(me);
    return ALL;
  }

  @PostMapping(PATH + "/{id:[0-9]{1,18}}/remove")
  String remove(@PathVariable long id, @AuthenticationPrincipal SignedInUser me) {
    if (!filters.remove(me, id)) {
      throw new NoSuchPage("filter " + id);
    }
    return ALL;
  }
}
