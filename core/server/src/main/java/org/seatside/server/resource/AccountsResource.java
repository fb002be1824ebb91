package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.Paths;
import org.seatside.model.id.AccountId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.staff.AccountService;

/// Accounts, as administrators look after them.
@Path(Paths.ACCOUNTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final AccountService accounts;

    public AccountsResource(AccountService accounts) {
        this.accounts = accounts;
    }

    @GET
    @For(Audience.ADMINISTRATOR)
    public List<AccountView> accounts() {
        return accounts.accounts();
    }

    @POST
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public AccountView add(
            @Nullable NewAccount account,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return accounts.add(Requests.body(account), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}")
    @For(Audience.ADMINISTRATOR)
    public AccountView account(@PathParam("id") String id) {
        return accounts.account(Requests.id(id, AccountId::of));
    }

    @PUT
    @Path("{id}")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public AccountView change(
            @PathParam("id") String id,
            @Nullable AccountChange change,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return accounts.change(
                Requests.id(id, AccountId::of),
                Requests.body(change),
                Caller.person(security).account(),
                Requests.command(key));
    }

    @PUT
    @Path("{id}/password")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public void resetPassword(
            @PathParam("id") String id,
            @Nullable NewPassword password,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        accounts.resetPassword(
                Requests.id(id, AccountId::of),
                Requests.body(password).password(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{id}/totp")
    @Consumes(MediaType.WILDCARD)
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public void removeSecondFactor(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        accounts.removeSecondFactor(
                Requests.id(id, AccountId::of), Caller.person(security).getName(), Requests.command(key));
    }

    @DELETE
    @Path("{id}/sessions")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void endSessions(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        accounts.endSessions(
                Requests.id(id, AccountId::of), Caller.person(security).getName(), Requests.command(key));
    }
}
