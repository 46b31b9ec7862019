"""Builds dragoman._core with CMake, which is also given what CMAKE_ARGS says; the rest is in pyproject.toml."""
import os
import pathlib
import re
import shlex
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

ROOT = pathlib.Path(__file__).resolve().parents[2]


def version():
    return re.search(r"project\(dragoman VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text())[1]


class BuildWithCMake(build_ext):
    def build_extension(self, extension):
        folder = pathlib.Path(self.get_ext_fullpath(extension.name)).resolve().parents[1]
        build = ROOT / "build" / "wheel"
        subprocess.run(["cmake", "-G", "Ninja", "-S", ROOT, "-B", build, "-DCMAKE_BUILD_TYPE=Release",
                        "-DDRAGOMAN_BUILD_TESTS=OFF", f"-DPython_EXECUTABLE={sys.executable}",
                        "-DDRAGOMAN_PYTHON_INSTALL_DIR=.", *shlex.split(os.environ.get("CMAKE_ARGS", ""))], check=True)
        subprocess.run(["cmake", "--build", build, "--target", "dragoman_python"], check=True)
        subprocess.run(["cmake", "--install", build, "--prefix", folder, "--component", "python", "--strip"], check=True)


setup(version=version(), ext_modules=[Extension("dragoman._core", sources=[])], cmdclass={"build_ext": BuildWithCMake})
