package interop;

import ca.uhn.hl7v2.AcknowledgmentCode;
import ca.uhn.hl7v2.ErrorCode;
import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.ExchangeProperty;

/** The acknowledgment of a message that HAPI could not parse or that breaks its rules: AR for the header, else AE. */
public final class Refusals {
    private static final Set<ErrorCode> OF_HEADER = Set.of(
        ErrorCode.UNSUPPORTED_MESSAGE_TYPE, ErrorCode.UNSUPPORTED_EVENT_CODE, ErrorCode.UNSUPPORTED_PROCESSING_ID, ErrorCode.UNSUPPORTED_VERSION_ID);
    private static final HapiContext LENIENT = new DefaultHapiContext(ValidationContextFactory.noValidation());

    public byte[] refuse(@ExchangeProperty("received") byte[] received, @ExchangeProperty("CamelExceptionCaught") HL7Exception reason)
            throws HL7Exception, IOException {
        AcknowledgmentCode code = OF_HEADER.contains(reason.getError()) ? AcknowledgmentCode.AR : AcknowledgmentCode.AE;
        String text = new String(received, StandardCharsets.UTF_8);
        Message refused = LENIENT.getGenericParser().parse(text.lines().findFirst().orElse("") + "\r");
        return refused.generateACK(code, reason).encode().getBytes(StandardCharsets.UTF_8);
    }
}
