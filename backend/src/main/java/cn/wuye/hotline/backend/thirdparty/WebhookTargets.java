package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.message.Webhooks;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Webhooks go where the contract says, as far as that is allowed. */
@Component
class WebhookTargets implements Webhooks {
  private final Contracts contracts;
  private final WebhookAddresses addresses;
  private final WebhookKeys keys;

  WebhookTargets(Contracts contracts, WebhookAddresses addresses, WebhookKeys keys) {
    this.contracts = contracts;
    this.addresses = addresses;
    this.keys = keys;
  }

  @Override
  public Where target(String company) {
    Optional<Contract> contract =
        contracts.find(company).filter(found -> !found.webhookUrl().isEmpty());
    if (contract.isEmpty()) {
      return new Nowhere("the company has no webhook any more");
    }
    Optional<byte[]> key = keys.key(contract.get());
    if (key.isEmpty()) {
      return new Nowhere("hotline.cluster.secret is not set: nothing can be signed");
    }
    URI address = URI.create(contract.get().webhookUrl());
    return addresses
        .forbidden(address)
        .<Where>map(Nowhere::new)
        .orElseGet(() -> new There(address, key.get()));
  }
}
