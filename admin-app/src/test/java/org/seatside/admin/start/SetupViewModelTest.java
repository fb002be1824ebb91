package org.seatside.admin.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeClient;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.api.SignedIn;

class SetupViewModelTest {
    private final SynchronousTasks tasks = new SynchronousTasks();
    private final List<SignedIn> opened = new ArrayList<>();
    private PlayedNode node;
    private NodeClient client;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(Clock.systemUTC());
        client = new NodeClient(List.of(node.uri()), new Json());
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void theFirstAdministratorIsMadeWithTheTokenOfThisComputer() {
        node.needsSetup = true;
        StartViewModel start = start(true);
        start.connect();
        assertEquals(StartViewModel.Step.SETUP, start.step().get());
        SetupViewModel form = new SetupViewModel(start);
        type(form, "김지원", PlayedNode.PASSWORD, PlayedNode.PASSWORD);

        form.submit();

        assertEquals(List.of("김지원"), opened.stream().map(SignedIn::name).toList());
        assertEquals("", form.password().get());
    }

    @Test
    void errorsStandBesideTheirFields() {
        node.needsSetup = true;
        StartViewModel start = start(true);
        start.connect();
        SetupViewModel form = new SetupViewModel(start);
        type(form, " ", "fourteen chars", "something else");

        form.submit();

        assertEquals(Notice.failed("setup.name.missing"), form.nameError().get());
        assertEquals(
                Notice.failed("setup.password.short", 14, 15),
                form.passwordError().get());
        assertEquals(
                Notice.failed("setup.repeated.differs"), form.repeatedError().get());
        assertEquals(List.of(), opened);
    }

    @Test
    void onANodeElsewhereTheTokenIsAskedFor() {
        node.needsSetup = true;
        StartViewModel start = start(false);
        start.connect();
        SetupViewModel form = new SetupViewModel(start);
        type(form, "김지원", PlayedNode.PASSWORD, PlayedNode.PASSWORD);

        form.submit();
        assertEquals(Notice.failed("setup.token.missing"), form.tokenError().get());

        form.token().set("wrong");
        form.submit();
        assertEquals(Notice.failed("setup.token.refused"), form.tokenError().get());

        form.token().set(PlayedNode.TOKEN);
        form.submit();
        assertEquals(1, opened.size());
    }

    @Test
    void aNodeThatAnswersLaterIsFoundByItself() {
        StartViewModel start = start(true);
        node.silence(true);
        start.connect();
        assertEquals(StartViewModel.Step.UNREACHABLE, start.step().get());

        node.silence(false);
        tasks.advance(NodeLink.PROBE);

        assertEquals(StartViewModel.Step.SIGN_IN, start.step().get());
    }

    @Test
    void aWrongPasswordOpensNothingAndTheNameStays() {
        StartViewModel start = start(true);
        start.connect();
        SignInViewModel form = new SignInViewModel(start);
        form.name().set("김지원");
        form.password().set("wrong");

        form.submit();

        assertEquals(Notice.failed("signIn.wrong"), form.notice().get());
        assertEquals("김지원", form.name().get());
        assertEquals(List.of(), opened);
    }

    private StartViewModel start(boolean embedded) {
        Place place = embedded ? Place.embedded(node.uri(), () -> Optional.of(PlayedNode.TOKEN)) : Place.at(node.uri());
        return new StartViewModel(new NodeLink(client, tasks), place, opened::add);
    }

    private static void type(SetupViewModel form, String name, String password, String repeated) {
        form.name().set(name);
        form.password().set(password);
        form.repeated().set(repeated);
    }
}
