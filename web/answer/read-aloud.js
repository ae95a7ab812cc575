/** Reads the question aloud with a voice of this computer; where there is none, there is no button. Nothing is sent anywhere. */
import { html, nothing } from 'lit';
import { LightElement } from '../lib/page.js';

const voices = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

/** The voice for the question: one that works offline, in English if there is one. */
const localVoice = () => {
  const local = voices?.getVoices().filter(({ localService }) => localService) ?? [];
  return local.find(({ lang }) => lang.startsWith('en')) ?? local[0] ?? null;
};

class ReadAloud extends LightElement {
  static properties = { text: {}, speaking: { state: true } };

  constructor() {
    super();
    /** What is read. */
    this.text = '';
    this.speaking = false;
    this.onVoices = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    voices?.addEventListener('voiceschanged', this.onVoices); // a browser may load them late
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    voices?.removeEventListener('voiceschanged', this.onVoices);
    if (this.speaking) voices?.cancel();
  }

  press() {
    const voice = localVoice();
    if (!voices || !voice) return;
    voices.cancel();
    if (this.speaking) {
      this.speaking = false;
      return;
    }
    const said = new SpeechSynthesisUtterance(this.text);
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = said.onerror = () => (this.speaking = false);
    this.speaking = true;
    voices.speak(said);
  }

  render() {
    if (!localVoice()) return nothing;
    return html`<button class="quiet screen-only" type="button" aria-pressed=${this.speaking} @click=${this.press}>${this.speaking ? 'Stop reading' : 'Read the question aloud'}</button>`;
  }
}
customElements.define('read-aloud', ReadAloud);
