import type { Rng } from '../base/rng.js';
import type { AcknowledgmentCode, AcknowledgmentError } from '../hl7/acknowledgment.js';
import type { BadClient, BadServer } from '../mllp/bad-tls.js';
import type { WirePlan } from '../mllp/wire-plan.js';

/** Bytes to send, and the nominal milliseconds to wait after the ones before them were answered. */
export interface Dispatch {
  readonly raw: Buffer;
  readonly afterMs: number;
}

/** Changes which messages are sent, before any of them is framed. */
export interface MessageFault {
  readonly kind: 'message';
  readonly name: string;
  /** What is sent instead of `raw`, in order; each is a message with a reply of its own. */
  apply(raw: Buffer, random: Rng): readonly Dispatch[];
}

/** Changes how the bytes of our frames reach the wire. */
export interface WireFault {
  readonly kind: 'wire';
  readonly name: string;
  /**
   * Messages whose plans it needs together; 1 for most. The sender waits until it has so many, and `apply` gets their
   * plans one behind the other. Each still gets a reply of its own.
   */
  readonly together: number;
  apply(plan: WirePlan, random: Rng): WirePlan;
}

/** One attempt to deliver the same message. Attempts but the last expect no reply. */
export interface Attempt {
  readonly plan: WirePlan;
  /** Nominal milliseconds between the end of the attempt before and this one. */
  readonly afterMs: number;
  /** What has to be done besides before it begins. */
  readonly waitsFor?: () => Promise<void>;
  /** On a connection of its own, of which the TLS is wrong. */
  readonly tls?: BadClient;
}

/** Connections beside that of the message: all of them stand before it leaves. */
export interface Company {
  /** What each of them writes; side by side, and open until they leave. */
  readonly plans: readonly WirePlan[];
  /** Nominal milliseconds between the beginnings of two of them. */
  readonly everyMs: number;
  /** Nominal milliseconds that they stay when the message was answered; they leave by RST. */
  readonly stayMs: number;
  /** Their packets are lost in both directions as soon as they stand; that needs a network of our own. */
  readonly losesPackets?: true;
}

/** Breaks the connection on which we send, or troubles it by others. Each attempt finds a connection that is open. */
export interface ConnectionFault {
  readonly kind: 'connection';
  readonly name: string;
  attempts(plan: WirePlan, random: Rng): readonly Attempt[];
  readonly company?: Company;
}

/** A general acknowledgment that the endpoint builds, since it knows the trigger and its own name. */
export interface StandIn {
  readonly code: AcknowledgmentCode;
  readonly error?: AcknowledgmentError;
}

/** The application acknowledgment of enhanced mode, as a message of its own. */
export interface LaterReply {
  /** The simulator's own reply, or another in its place. */
  readonly send: 'reply' | StandIn;
  /** Our connection to the system under test, as the standard has it, or the one on which the message came. */
  readonly on: 'own-connection' | 'same-connection';
  /** Nominal milliseconds behind the accept acknowledgment. */
  readonly delayMs: number;
  /** How often it is sent. */
  readonly times: number;
}

/** What our listener does with the reply to one message. */
export interface ReplyPlan {
  /** The simulator's own reply, none, these bytes as a payload, or another acknowledgment in its place. */
  readonly send: 'reply' | 'nothing' | Buffer | StandIn;
  /** Nominal milliseconds before the reply; 0 where absent. */
  readonly delayMs?: number;
  /** How often the reply is written; 1 where absent. */
  readonly times?: number;
  /** Nominal milliseconds between two of them; 0 where absent. */
  readonly gapMs?: number;
  /** FIN or RST after that. */
  readonly close?: 'end' | 'reset';
  /** The application acknowledgment, where it is a message of its own. */
  readonly later?: LaterReply;
  /** Payloads that are written before the reply, each in a frame. */
  readonly before?: readonly Buffer[];
  /** How the frame of the reply reaches the wire; whole where absent. */
  readonly reshape?: (plan: WirePlan) => WirePlan;
}

/** What an honest listener does. */
export const HONEST_REPLY: ReplyPlan = { send: 'reply' };

/**
 * Strikes where the system under test sends and we listen: on the reply to a message, on a connection that was just
 * accepted, on how a message is read, or on the port itself, which is then shut.
 */
export type ListenerFault =
  | {
      readonly kind: 'listener';
      readonly at: 'reply';
      readonly name: string;
      /** `reply` is the payload of the simulator's own reply; undefined where it gives none. */
      onReply(reply: Buffer | undefined, plan: ReplyPlan, random: Rng): ReplyPlan;
    }
  | { readonly kind: 'listener'; readonly at: 'accept'; readonly name: string; readonly close: 'end' | 'reset' }
  /**
   * `forMs`: nominal milliseconds until the port opens again; absent: when the fault is taken away. `keepsStandby`: the
   * second address of the same system goes on listening.
   */
  | {
      readonly kind: 'listener';
      readonly at: 'port';
      readonly name: string;
      readonly forMs?: number;
      readonly keepsStandby?: true;
      /** The port stays open, with TLS that is wrong. */
      readonly tls?: BadServer;
    }
  /** Stops reading behind so many bytes of a message, and goes on so many nominal milliseconds later. */
  | {
      readonly kind: 'listener';
      readonly at: 'reading';
      readonly name: string;
      readonly afterBytes: number;
      readonly forMs: number;
    };

/** Strikes the system under test itself, through the control that the configuration gives. */
export interface SutFault {
  readonly kind: 'sut';
  readonly name: string;
  readonly action: 'stop' | 'kill' | 'pause' | 'cut-off';
  /** Where it strikes a message of ours: when half of it is written, or all of it and nothing is answered yet. */
  readonly at: 'in-message' | 'unanswered';
  /** Nominal milliseconds until the system is let go on. */
  readonly forMs: number;
}

/** Something that goes wrong on purpose. */
export type Fault = MessageFault | WireFault | ConnectionFault | ListenerFault | SutFault;
