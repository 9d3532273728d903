#!/usr/bin/env python3
"""Runs the notebooks of this folder and keeps their outputs in them: all of them, or those that are named.

It needs nbclient, ipykernel and what the notebooks use: `pip install "./py[test]"` in the folder of the project.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent


class ThisPython(AsyncKernelManager):
    """Runs cells by the Python that runs this, whatever kernels are installed for the user."""

    def _kernel_spec_manager_default(self) -> Any:
        return KernelSpecManager(kernel_dirs=[])


def executed(notebook: Path) -> Any:
    """A notebook with the outputs that its cells have now. What they write is written to a copy of the examples."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "examples")
        shutil.copytree(HERE.parent, copy)
        page = nbformat.read(notebook, as_version=4)
        place = {"metadata": {"path": str(copy / HERE.name)}}
        client = NotebookClient(
            page, timeout=120, resources=place, kernel_manager_class=ThisPython, record_timing=False
        )
        # Settings of the user are left aside.
        client.execute(env={**os.environ, "IPYTHONDIR": folder})
    for cell in page.cells:
        # Warnings of libraries are no output of the cell: other versions have others.
        cell.get("outputs", [])[:] = [it for it in cell.get("outputs", []) if it.get("name") != "stderr"]
    return page


def main() -> None:
    for notebook in map(Path, sys.argv[1:] or sorted(HERE.glob("*.ipynb"))):
        nbformat.write(executed(notebook), notebook)
        print(f"{notebook.name}: {notebook.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
