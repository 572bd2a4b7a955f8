// What can happen at a door: with the number of the fixed person, where somebody filled that in on this device.
"use strict";

{
  const place = Elements.one("[data-own-call]");
  const store = OwnDetails.open();
  store.follow(window);
  store.listen(({ details }) => {
    const call = OwnDetails.call(details);
    place.replaceChildren(...(call ? [call] : []));
    place.hidden = !call;
  });
}
