package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.dispatch.place.Places;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 我在 …: where a member of the crew says that he is. Sent at once or not at all, never kept for
 * later like other deeds: an old place is worse than none.
 */
@Controller
class CrewPlaceController {
  private final Places places;

  CrewPlaceController(Places places) {
    this.places = places;
  }

  /**
   * @param place as {@link CrewPlacePart} offers it; empty for no longer saying so
   */
  @PostMapping("/crew/place")
  String say(
      @RequestParam(defaultValue = "") String place, @AuthenticationPrincipal SignedInUser me) {
    if (!me.writesTickets()) {
      throw new AccessDeniedException("does no jobs");
    }
    if (place.isEmpty()) {
      places.forget(me.getUsername());
      return "redirect:/crew";
    }
    String[] parts = place.split("/", 2);
    Optional<EstateId> estate = EstateId.find(parts[0]);
    String building = parts.length > 1 ? parts[1] : "";
    boolean said =
        estate
            .filter(found -> places.say(me.getUsername(), found, building, me.scope()))
            .isPresent();
    if (!said) {
      throw new NoSuchPage("place " + place);
    }
    return "redirect:/crew";
  }
}
