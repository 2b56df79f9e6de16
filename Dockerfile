# Stage 1 installs the locked dependencies; nothing of pip or a compiler reaches the image that runs.
FROM python:3.11-slim AS bouw
COPY requirements.lock .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary=:all: -r requirements.lock \
 && /venv/bin/pip uninstall --yes pip setuptools

FROM python:3.11-slim
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin dienst \
 && install --directory --owner=dienst --mode=700 /ontvangst
COPY --from=bouw /venv /venv
WORKDIR /dienst
COPY migrations migrations
COPY app app
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    IOM_MODUS=productie
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
CMD ["python", "-m", "app.cli", "serveer"]
