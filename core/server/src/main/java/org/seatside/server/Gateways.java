package org.seatside.server;

import java.util.Objects;
import org.seatside.gateway.DuCheckAttendGateway;
import org.seatside.gateway.GatewayTimeouts;
import org.seatside.gateway.HttpTemplate;
import org.seatside.gateway.HttpTemplateGateway;
import org.seatside.gateway.NoGateway;
import org.seatside.service.gateway.AttendanceGateway;

/// Which way to the institution's own service a configuration asks for.
final class Gateways {
    private Gateways() {}

    /// @throws NodeStartException naming the key that cannot be used
    static AttendanceGateway open(NodeConfig.Upstream upstream, Parts parts) throws NodeStartException {
        try {
            GatewayTimeouts timeouts = new GatewayTimeouts(upstream.connectTimeout(), upstream.readTimeout());
            return switch (upstream.kind()) {
                case NONE -> new NoGateway();
                case DU_CHECKATTEND ->
                    parts.add(new DuCheckAttendGateway(Objects.requireNonNull(upstream.base()), timeouts));
                case HTTP_TEMPLATE -> parts.add(new HttpTemplateGateway(template(upstream.template()), timeouts));
            };
        } catch (IllegalArgumentException e) {
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static HttpTemplate template(NodeConfig.Template template) {
        return new HttpTemplate(
                template.method(),
                Objects.requireNonNull(template.url()),
                template.headers(),
                template.body(),
                template.accepted(),
                template.acceptedBody(),
                template.rejectedBody());
    }
}
