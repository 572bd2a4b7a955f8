// The two ways in which a file that somebody made here reaches the editors without an upload: a mail, and a proposal.
"use strict";

var Sending = (() => {
  /** Longer addresses are refused by servers on the way. */
  const LONGEST_LINK = 7000;
  /** So much of a mail every program takes over from a page. */
  const LONGEST_MAIL = 1900;

  /** A mail to the editors. @param {string} editors @param {string} subject @param {string[]} lines @returns {string} */
  const mail = (editors, subject, lines) =>
    `mailto:${editors}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join("\r\n"))}`;

  /** The address where a file is proposed, and whether it is too long to take the text along.
   * @param {string} folder where the project takes new files @param {string} name @param {string} text
   * @returns {{address: string, long: boolean}} */
  const proposal = (folder, name, text) => {
    const short = `${folder}?filename=${encodeURIComponent(name)}`;
    const whole = `${short}&value=${encodeURIComponent(text)}`;
    const long = whole.length > LONGEST_LINK;
    return { address: long ? short : whole, long };
  };

  /** Whether a mail is taken over whole. @param {string} address */
  const whole = (address) => address.length <= LONGEST_MAIL;

  return { mail, whole, proposal };
})();
