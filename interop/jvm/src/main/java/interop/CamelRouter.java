package interop;

import static org.apache.camel.component.hl7.HL7.ack;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.HL7Exception;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.hl7.HL7DataFormat;
import org.apache.camel.component.mllp.MllpAcknowledgementException;
import org.apache.camel.component.mllp.MllpApplicationErrorAcknowledgementException;
import org.apache.camel.component.mllp.MllpConstants;
import org.apache.camel.main.Main;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * A content-based router as one builds it with Camel: MLLP in, parsed and validated by HAPI, kept in a folder for each destination,
 * acknowledged, and delivered from there in order, again and again until it is acknowledged.
 */
public final class CamelRouter extends RouteBuilder {
    private static final List<String> DESTINATIONS = List.of("lis", "ris", "pharmacy", "ehr");
    private final String[] args;
    private final Path folder;

    private CamelRouter(String[] args) throws Exception {
        this.args = args;
        this.folder = Files.createDirectories(Path.of(Arguments.text(args, "data", named(args))));
    }

    /** What was kept is found again by the same arguments, so that it survives the process. */
    private static String named(String[] args) {
        return "camel-router-" + Stream.of(args).filter(text -> !text.startsWith("--")).collect(Collectors.joining("-"));
    }

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new CamelRouter(args));
        main.run();
    }

    @Override
    public void configure() {
        HL7DataFormat hl7 = new HL7DataFormat();
        hl7.setValidate(true);
        onException(HL7Exception.class)
            .handled(true)
            .setProperty(MllpConstants.MLLP_ACKNOWLEDGEMENT, method(Refusals.class, "refuse"));
        from("mllp:127.0.0.1:" + Arguments.port(args) + "?autoAck=true&stringPayload=false&validatePayload=false&reuseAddress=true&backlog=500&maxConcurrentConsumers=1000")
            .setProperty("received", body())
            .unmarshal(hl7)
            .setProperty("destinations", method(new Destinations(), "of"))
            .setProperty("accepted", ack(AcknowledgmentCode.AA))
            .setBody(exchangeProperty("received"))
            // What comes again under the same control id is acknowledged again, and has no second effect. The key is kept as soon as the
            // message is, whether or not the acknowledgment can still be written.
            .idempotentConsumer(simple("${header.CamelMllpSendingApplication}|${header.CamelMllpMessageControlId}"), known())
                .completionEager(true)
                .setHeader(Exchange.FILE_NAME, method(new Sequence(), "next"))
                .recipientList(exchangeProperty("destinations")).stopOnException().end()
            .end()
            .setProperty(MllpConstants.MLLP_ACKNOWLEDGEMENT, exchangeProperty("accepted"));
        for (String name : DESTINATIONS) deliver(name);
    }

    private IdempotentRepository known() {
        return FileIdempotentRepository.fileIdempotentRepository(folder.resolve("known.txt").toFile(), 100_000, 100_000_000);
    }

    private void deliver(String name) {
        String queue = folder.resolve(name).toString();
        from("direct:" + name).to("file:" + queue + "?tempPrefix=.writing-");
        String port = Arguments.text(args, name, null);
        if (port == null) return;
        from("file:" + queue + "?delete=true&sortBy=file:name&initialDelay=0&delay=20&moveFailed=.failed&readLock=none&eagerMaxMessagesPerPoll=false")
            .errorHandler(defaultErrorHandler().maximumRedeliveries(-1).redeliveryDelay(500)
                .logExhausted(false).logRetryAttempted(false))
            .onException(MllpApplicationErrorAcknowledgementException.class).maximumRedeliveries(0).end()
            .onException(MllpAcknowledgementException.class).maximumRedeliveries(5).redeliveryDelay(500).end()
            .convertBodyTo(byte[].class)
            .to("mllp:127.0.0.1:" + port + "?stringPayload=false&validatePayload=true&requireEndOfData=false&receiveTimeout=4000&readTimeout=5000");
    }
}
