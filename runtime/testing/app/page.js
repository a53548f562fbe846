window.fixture.onGreeting((text) => {
  document.querySelector('h1').textContent = text;
});
